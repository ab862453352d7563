/// Tables in files, read the same way for every feature that takes a list.
package app.lectern.tables;
