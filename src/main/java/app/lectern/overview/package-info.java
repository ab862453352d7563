/// The first screen: is it working, if not, why, and what to press.
package app.lectern.overview;
