/// Join links in all their forms, read from whatever they were pasted in. Pure text work: no network, no exception on any
/// input, and a cost that grows with the length of the text only.
package app.lectern.meetings.link;
