/// Tables in files, read and written the same way for every feature that takes or hands out a list.
package app.lectern.tables;
