/// The one master key of a data folder: where it is kept, what is derived from it, and what is sealed with it.
/// Knows `home`, `problems` and `words`; the store and the features come to it, never the other way round.
package app.lectern.vault;
