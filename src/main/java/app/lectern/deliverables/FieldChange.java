package app.lectern.deliverables;

/// One field of a change.
///
/// @param theirs what the event says
/// @param ours   what Lectern would write
/// @param edited somebody edited this field in Outlook, so that one of the two has to give way
public record FieldChange(Field field, String theirs, String ours, boolean edited) {}
