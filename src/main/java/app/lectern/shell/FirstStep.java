package app.lectern.shell;

/// One stop of the guided look around.
///
/// @param place   the screen it is on
/// @param control the id of the control that it points at; the card stands in the middle while that is not there
/// @param key     of its title in the bundle; its text is under the same key with `.text`
public record FirstStep(Place place, String control, String key) {}
