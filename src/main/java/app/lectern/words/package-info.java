/// The words a person reads: the message bundle, and how dates, sizes and counts are written.
/// Knows no other room.
package app.lectern.words;
