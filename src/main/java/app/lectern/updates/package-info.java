/// Newer versions of Lectern: asks a feed of releases, when the person allowed that, and says what changed. Installs nothing.
package app.lectern.updates;
