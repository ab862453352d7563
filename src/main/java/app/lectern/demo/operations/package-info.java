/// The Graph operations of the demo tenant: what each call answers from the school, and what it refuses, in Graph's own words.
/// Routing, permissions and the shape of bodies are checked before, in `demo.graph`.
package app.lectern.demo.operations;
