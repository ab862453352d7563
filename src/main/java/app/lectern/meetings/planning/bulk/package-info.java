/// Many meetings at once: lists from files, terms from a pattern, the rehearsal before anything is created, and what is done to a whole
/// import afterwards.
package app.lectern.meetings.planning.bulk;
