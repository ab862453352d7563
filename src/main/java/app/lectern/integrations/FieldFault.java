package app.lectern.integrations;

import app.lectern.problems.Problem;

/// What is wrong with one field, found before anything was sent.
public record FieldFault(Field field, Problem problem) {}
