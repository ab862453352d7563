package app.lectern.activity;

/// One file of a support bundle with the exact text that will be written.
public record BundleFile(String name, String content) {}
