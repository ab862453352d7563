/// The demo tenant's school: people, licences, mailboxes, meetings, recordings and files, made from a seed
/// and changed only through Graph calls or through [app.lectern.demo.school.SchoolControl].
package app.lectern.demo.school;
