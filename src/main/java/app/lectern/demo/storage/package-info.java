/// OneDrive's storage host: pre-authenticated addresses that expire, byte ranges, and the hash that business drives report.
package app.lectern.demo.storage;
