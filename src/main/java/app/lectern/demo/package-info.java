/// The demo tenant: a school that Lectern serves to itself on loopback, speaking Entra, Microsoft Graph and OneDrive's
/// pre-authenticated storage strictly enough that the real sign-in library and the real Graph SDK cannot tell.
/// Only its entry, its options and its control objects are meant for other rooms.
package app.lectern.demo;
