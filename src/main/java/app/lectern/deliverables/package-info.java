/// Due dates of projects in Microsoft 365 calendars: the list itself, the dry run that compares it with the calendars, and the
/// way of the changes into the tenant. Meetings and recordings are not known here.
package app.lectern.deliverables;
