/// Microsoft Graph's manners, without any content: routing, permissions, bodies checked against the published metadata,
/// paging, `$select`, `$batch`, limits per mailbox and refusals in Graph's own words.
package app.lectern.demo.graph;
