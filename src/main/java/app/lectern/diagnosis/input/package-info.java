/// What somebody pasted, and what it is: a join link, an id, or an error. Pure text work: no network, no
/// exception on any input, and a cost that grows with the length of the text only.
package app.lectern.diagnosis.input;
