/// The encrypted database file of a data folder: opened, migrated, backed up, shared between window and command line,
/// and read and written through Jdbi. Knows no table but its own; each feature brings its `V…__*.sql` and its `…Store`.
package app.lectern.store;
