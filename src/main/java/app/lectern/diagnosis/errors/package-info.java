/// What the answers of Graph and Entra mean: a catalogue that needs no network, and the way from a pasted text to its entry.
package app.lectern.diagnosis.errors;
