package app.lectern.demo.school;

/// One calendar of a mailbox; number 0 is the mailbox's own.
public record SchoolCalendar(Person owner, int number, String name) {
    public boolean isDefault() {
        return number == 0;
    }
}
