package app.lectern;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the table of rooms and roles. Each rule says why it is there.
class ArchitectureTest {
    /// Rooms about the person's work. They reach each other through services and domain types only.
    private static final String[] FEATURES = {
        "app.lectern.integrations..", "app.lectern.accounts..", "app.lectern.meetings..", "app.lectern.recordings..",
        "app.lectern.attendance..", "app.lectern.deliverables..", "app.lectern.diagnosis..", "app.lectern.activity..",
        "app.lectern.overview..", "app.lectern.sync..", "app.lectern.chats..", "app.lectern.updates.."
    };
    private static final String[] GROUND = {
        "app.lectern.words..", "app.lectern.problems..", "app.lectern.home..", "app.lectern.jobs..",
        "app.lectern.vault..", "app.lectern.store..", "app.lectern.graph..", "app.lectern.ical..",
        "app.lectern.tables.."
    };
    /// A nested class plays the role of the class it is in, so names are judged at the top level.
    private static final String VIEW = ".*View(\\$.*)?";
    private static final String VIEW_MODEL = ".*ViewModel(\\$.*)?";
    private static final String CELL = ".*(Cell|Pane|Screen|Cards|Tiles|Ring)(\\$.*)?";
    private static final String STORE = ".*Store(\\$.*)?";
    private static final String GRAPH = ".*Graph(\\$.*)?";
    private static final String COMMAND = ".*Command(\\$.*)?";

    private static JavaClasses lectern;

    @BeforeAll
    static void read() {
        lectern = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.lectern");
    }

    @Test
    void javaFxStaysInTheWindowsRoles() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.shell..")))
                .and().haveNameNotMatching(VIEW)
                .and().haveNameNotMatching(VIEW_MODEL)
                .and().haveNameNotMatching(CELL)
                .and(not(resideInAPackage("app.lectern")))
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("services, stores and commands also run where there is no window")
                .check(lectern);
    }

    @Test
    void viewModelsRunWithoutAToolkit() {
        noClasses()
                .that().haveNameMatching(VIEW_MODEL)
                .should().dependOnClassesThat().resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..", "javafx.concurrent..")
                .because("a view model is tested as plain Java")
                .check(lectern);
    }

    @Test
    void whatTheMouseDoesTheKeysDo() {
        // the palette's field, the table of recordings, the radio button in the box, and the week around the grid hear the keys for them
        classes().should(HouseRules.answerKeysAsWell(Set.of("PaletteCell", "TitleCell", "WayPane", "WeekGridPane")))
                .because("whoever cannot use a mouse works with Lectern as well")
                .check(lectern);
    }

    @Test
    void onlyTheShellTouchesThePlatform() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.shell..")))
                .and(not(resideInAPackage("app.lectern")))
                .should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform")
                .because("getting onto the FX thread is the task runner's work, done in one place")
                .check(lectern);
    }

    @Test
    void microsoftsTypesStayAtTheEdge() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.graph..")))
                .and().haveNameNotMatching(GRAPH)
                .should().dependOnClassesThat().resideInAnyPackage("com.microsoft..", "okhttp3..", "com.azure..")
                .because("what a service hands on must survive the next SDK")
                .allowEmptyShould(true)
                .check(lectern.that(not(resideInAPackage("app.lectern.demo.."))));
        noClasses()
                .that().resideInAPackage("app.lectern.demo..")
                .should().dependOnClassesThat().resideInAnyPackage("com.microsoft..")
                .because("the demo tenant must not agree with the SDK by sharing its code")
                .allowEmptyShould(true)
                .check(lectern);
    }

    @Test
    void sqlStaysInStores() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.store..")))
                .and().haveNameNotMatching(STORE)
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.h2..", "org.flywaydb..")
                .because("the tables belong to the stores, so that they can change")
                .check(lectern);
        noClasses()
                .that().haveNameMatching(STORE)
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "com.microsoft..")
                .because("a store knows rows, not screens or answers from Graph")
                .allowEmptyShould(true)
                .check(lectern);
    }

    @Test
    void commandsAreTheOnlyOnesThatParseArguments() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.cli..")))
                .and().haveNameNotMatching(COMMAND)
                .should().dependOnClassesThat().resideInAPackage("picocli..")
                .because("the command line is one way in, not part of the services")
                .check(lectern);
        noClasses()
                .that().haveNameMatching(COMMAND)
                .or().resideInAPackage("app.lectern.cli..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("commands run on servers without JavaFX's native parts")
                .check(lectern);
    }

    @Test
    void groundRoomsKnowNoFeatureAndNoWindow() {
        noClasses()
                .that().resideInAnyPackage(GROUND)
                .should().dependOnClassesThat(resideInAnyPackage(FEATURES)
                        .or(resideInAnyPackage("app.lectern.shell..", "app.lectern.cli..", "app.lectern.demo..")))
                .because("every feature stands on these rooms")
                .check(lectern);
    }

    @Test
    void theShellKnowsNoFeature() {
        noClasses()
                .that().resideInAPackage("app.lectern.shell..")
                .should().dependOnClassesThat(resideInAnyPackage(FEATURES)
                        .or(resideInAnyPackage("app.lectern.cli..", "app.lectern.demo..", "app.lectern.graph..")))
                .because("a feature is added without touching the frame")
                .allowEmptyShould(true)
                .check(lectern);
    }

    @Test
    void noRoomIsInACycle() {
        slices().matching("app.lectern.(*)..")
                .should().beFreeOfCycles()
                .because("rooms that need each other are one room")
                .check(lectern);
    }

    @Test
    void viewsCallNoService() {
        noClasses()
                .that().haveNameMatching(VIEW)
                .should().dependOnClassesThat(simpleNameEndingWith("Store")
                        .or(simpleNameEndingWith("Graph"))
                        .or(resideInAnyPackage("app.lectern.store..", "app.lectern.graph..", "app.lectern.vault..")))
                .because("a view shows what its view model says and decides nothing")
                .allowEmptyShould(true)
                .check(lectern);
    }

    @Test
    void threadsAndStreamsAreMadeInOnePlace() {
        noClasses()
                .that(not(resideInAnyPackage("app.lectern.jobs..", "app.lectern.store..", "app.lectern.demo..")))
                .should().callConstructor(Thread.class, Runnable.class)
                .because("background work goes through the task runner")
                .check(lectern);
        noClasses()
                .that(not(resideInAnyPackage("app.lectern.cli..")))
                .and().doNotHaveFullyQualifiedName("app.lectern.Main")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .because("what is printed is a command's result")
                .check(lectern);
    }

    @Test
    void whatWaitsIsNoAnimation() {
        noClasses()
                .that(not(resideInAPackage("app.lectern.shell..")))
                .should().dependOnClassesThat().resideInAPackage("javafx.animation..")
                .because("an animation that waits for its next frame keeps the window drawing; Ticks and Later do not")
                .check(lectern);
    }

    @Test
    void nothingIsSharedThroughStatics() {
        fields()
                .that().areStatic()
                .and().areDeclaredInClassesThat().resideInAPackage("app.lectern..")
                .should().beFinal()
                .because("state has an owner")
                .check(lectern);
        classes()
                .that().resideInAPackage("app.lectern..")
                .should(HouseRules.notOfferAnInstanceOfThemselves())
                .because("what a class needs is handed to it by Wiring")
                .check(lectern);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(java.time.ZonedDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .because("tests and the tour choose their own time")
                .check(lectern);
    }

    @Test
    void servicesAreConstructedInWiringOnly() {
        classes()
                .that(resideInAnyPackage(FEATURES))
                .and().haveModifier(JavaModifier.PUBLIC)
                .should(HouseRules.beConstructedOnlyByWiringOrTheirOwnRoom())
                .because("one place shows how the house is connected")
                .allowEmptyShould(true)
                .check(lectern);
    }
}
