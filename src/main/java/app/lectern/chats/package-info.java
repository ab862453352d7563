/// What was written and shared in the chats of meetings, as lists: messages with author and time, files with name and link.
/// Read only where the permission allows it.
package app.lectern.chats;
