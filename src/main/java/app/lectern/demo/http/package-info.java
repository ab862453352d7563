/// A small HTTPS server of the demo tenant's own. It exists because faults need what ready-made servers hide: the moment of
/// a reset, half a body, a stall, a slow line.
package app.lectern.demo.http;
