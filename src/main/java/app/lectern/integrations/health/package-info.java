/// Whether an integration works: a health check made of single results, kept with its time, so that one can see since when.
package app.lectern.integrations.health;
