/// `lectern meetings`: the calendar of meetings, and planning, creating and calling off from the command line.
package app.lectern.meetings.commands;
