package app.lectern.demo.school;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Fills the directory: the named staff and pupils of the college, each of whom stands for one kind of account, and as
/// many made-up people as the wanted size needs.
final class PeopleSeed {
    private static final String[] GIVEN = {"Adam", "Alice", "Anya", "Ben", "Bilal", "Cara", "Dev", "Ella", "Emre", "Fatima",
            "George",
        "Hana", "Ivan", "Jade", "Kofi", "Leila", "Maja", "Nadia", "Owen", "Petra", "Quinn", "Rosa", "Sami", "Tess", "Uma",
        "Victor",
        "Wren", "Yara", "Zoe"};
    private static final String[] SURNAMES = {"Abbott", "Ahmed", "Baker", "Costa", "Davies", "Evans", "Fernandes", "Gill",
            "Hughes",
        "Ibrahim", "Jones", "Kaur", "Lewis", "Moreau", "Nguyen", "Ortiz", "Price", "Quick", "Reid", "Singh", "Taylor", "Usman",
        "Vaughan",
        "Walker", "Young", "Zielinski"};
    private static final String[] PUPILS = {"Lena Fischer", "Omar Haddad", "Mei Chen", "Aisha Bello", "Jonas Weber",
            "Sofia Rossi",
        "Ewan Campbell", "Noor Ali", "Tariq Aziz", "Hugo Martins", "Chloe Evans", "Ines Duarte", "Freya Nolan", "Kofi Mensah",
        "Zara Khan", "Finn O'Brien", "Zoë Müller", "Ravi Sharma"};

    private final People people;
    private final Ids ids;
    private final String domain;
    private final String initialDomain;
    private final Instant now;

    PeopleSeed(People people, Ids ids, List<String> domains, Instant now) {
        this.people = people;
        this.ids = ids;
        this.domain = domains.getFirst();
        this.initialDomain = domains.getLast();
        this.now = now;
    }

    void fill(int wanted) {
        teachers();
        troubledAccounts();
        accountsThatAreNoPeople();
        for (var name : PUPILS) {
            var space = name.indexOf(' ');
            var pupil = member(name.substring(0, space), name.substring(space + 1), "Pupil", "Year 11");
            pupil.license(Sku.STANDARDWOFFPACK_STUDENT, pupil.displayName().equals("Ravi Sharma")
                    ? new ServicePlan[] {ServicePlan.TEAMS1} : new ServicePlan[0]);
        }
        people.named("ines.duarte@" + domain).enable(false);
        while (people.all().size() < wanted) {
            madeUp(people.all().size());
        }
    }

    private void teachers() {
        staff("Marta", "Kowalska", "Teacher of Chemistry", "Science");
        staff("Daniel", "Osei", "Teacher of Mathematics", "Mathematics");
        staff("Claire", "Dubois", "Teacher of French", "Languages");
        staff("Sanjay", "Patel", "Teacher of Biology", "Science");
        staff("Ruth", "Okafor", "Deputy head", "Leadership").license(Sku.MCOMEETADV_FACULTY);
        staff("Amina", "Hassan", "SEND coordinator", "Pastoral");
        staff("Hannah", "Ivers", "IT administrator", "IT");
        staff("Beatrice", "Nwosu", "Teacher of English", "English");
        staff("Ewan", "Fraser", "Teacher of History", "Humanities");
    }

    /// Each of these lacks exactly one thing that an organiser needs.
    private void troubledAccounts() {
        add("k.lindqvist", "Karin", "Lindqvist", "Teacher of Physics", "Science").mailbox(MailboxState.NONE)
                .license(Sku.M365EDU_A3_FACULTY, ServicePlan.EXCHANGE_S_ENTERPRISE);
        add("m.oyelaran", "Margaret", "Oyelaran", "Integration owner", "IT").mailbox(MailboxState.NONE).withoutDrive();
        var left = add("j.whitfield", "James", "Whitfield", "Teacher of Geography", "Humanities").license(Sku.M365EDU_A3_FACULTY);
        left.enable(false);
        staffWithout("Tomasz", "Nowak", "Teacher of Music", "Arts", ServicePlan.TEAMS1);
        add("y.tanaka", "Yuki", "Tanaka", "Teacher of Art", "Arts").license(Sku.M365EDU_A3_FACULTY);
        var fresh = staff("Priya", "Raman", "Teacher of Computing", "Mathematics").withoutDrive();
        fresh.licenceAssigned(now.minus(4, ChronoUnit.MINUTES), now.plus(25, ChronoUnit.MINUTES));
        staff("Helen", "Marsh", "Bursar", "Office").mailbox(MailboxState.ON_PREMISES);
        staff("Oliver", "Grant", "Librarian", "Library").withoutDrive();
    }

    private void accountsThatAreNoPeople() {
        add("lms-teams-service", null, null, "LMS Teams service", null, null).license(Sku.M365EDU_A3_FACULTY);
        var office = add("office", null, null, "College office", null, null).mailbox(MailboxState.SHARED).withoutDrive();
        office.enable(false);
        guest("Lena Berger", "lena.berger@tidewater.example");
        guest("Marc Petit", "m.petit@harbour-council.example");
    }

    private void madeUp(int number) {
        var random = ids.random("name", number);
        var given = GIVEN[random.nextInt(GIVEN.length)];
        var surname = SURNAMES[random.nextInt(SURNAMES.length)];
        var teacher = number % 10 == 0;
        var person = add(ascii(given) + "." + ascii(surname) + number, given, surname, teacher ? "Teacher" : "Pupil",
                teacher ? "Teaching" : "Year " + (7 + number % 7));
        person.license(teacher ? Sku.M365EDU_A3_FACULTY : Sku.STANDARDWOFFPACK_STUDENT);
    }

    private Person staff(String given, String surname, String title, String department) {
        return member(given, surname, title, department).license(Sku.M365EDU_A3_FACULTY);
    }

    private void staffWithout(String given, String surname, String title, String department, ServicePlan plan) {
        member(given, surname, title, department).license(Sku.M365EDU_A3_FACULTY, plan);
    }

    private Person member(String given, String surname, String title, String department) {
        return add(ascii(given) + "." + ascii(surname), given, surname, title, department);
    }

    private Person add(String name, String given, String surname, String title, String department) {
        return add(name, given, surname, given + " " + surname, title, department);
    }

    private Person add(String name, String given, String surname, String displayName, String title, String department) {
        var address = name + "@" + domain;
        var mail = name.equals("m.oyelaran") || name.equals("k.lindqvist") ? null : address;
        var others = name.equals("daniel.osei") ? List.of("d.osei@mathsclub.example") : List.<String>of();
        return put(new Person.Card(ids.guid("user", people.all().size()), given, surname, displayName, address, mail, title,
                department,
                "Member", others, now.minus(400 + people.all().size(), ChronoUnit.DAYS)));
    }

    private void guest(String name, String mail) {
        var principal = mail.replace('@', '_') + "#EXT#@" + initialDomain;
        var space = name.indexOf(' ');
        put(new Person.Card(ids.guid("user", people.all().size()), name.substring(0, space), name.substring(space + 1), name,
                principal,
                mail, null, null, "Guest", List.of(mail), now.minus(90, ChronoUnit.DAYS))).mailbox(MailboxState.NONE)
                .withoutDrive();
    }

    private Person put(Person.Card card) {
        var person = new Person(people.all().size(), card);
        people.add(person);
        return person;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
