/// Files in the iCalendar format (RFC 5545), for every feature that hands out dates.
package app.lectern.ical;
