/// Everything that will end by itself, from every feature that knows of something, on one list with its date.
package app.lectern.sync.expiry;
