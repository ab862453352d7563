/// What can go wrong, in words: one [Problem] per failure with its code, the facts, the service's own evidence and
/// what to do next. Window and command line print the same text. Knows only `words`.
package app.lectern.problems;
