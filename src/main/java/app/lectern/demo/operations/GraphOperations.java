package app.lectern.demo.operations;

import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.entra.Permissions;
import app.lectern.demo.graph.GraphRoutes;
import app.lectern.demo.graph.GraphService;
import app.lectern.demo.graph.TenantRules;
import app.lectern.demo.school.School;
import app.lectern.demo.storage.DownloadLinks;
import java.util.Set;

/// Registers every Graph operation that the school answers.
public final class GraphOperations {
    private final School school;
    private final TenantRules rules;
    private final AppRegistrations apps;
    private final Permissions permissions;
    private final DownloadLinks links;

    public GraphOperations(School school, TenantRules rules, AppRegistrations apps, Permissions permissions,
            DownloadLinks links) {
        this.school = school;
        this.rules = rules;
        this.apps = apps;
        this.permissions = permissions;
        this.links = links;
    }

    public void register(GraphRoutes routes) {
        var reception = new Reception(school, rules);
        var directory = new LockedRoutes(routes, GraphService.DIRECTORY, school);
        var exchange = new LockedRoutes(routes, GraphService.EXCHANGE, school);
        new UserOperations(reception).register(directory);
        new TenantOperations(school).register(directory);
        new ApplicationOperations(apps, permissions).register(directory);
        new MailboxOperations(reception).register(exchange);
        new EventOperations(reception).register(exchange);
        var teams = new LockedRoutes(routes, GraphService.TEAMS, school);
        new MeetingOperations(reception).register(teams);
        new AttendanceOperations(reception).register(teams);
        var artifacts = new ArtifactOperations(reception);
        artifacts.register(teams);
        new AllArtifacts(reception, artifacts).register(teams);
        new CallRecordOperations(school).register(teams);
        new ChatOperations(school).register(teams);
        var files = new LockedRoutes(routes, GraphService.FILES, school);
        new DriveOperations(reception, links).register(files);
        new TeamOperations(school, links).register(teams, exchange, files);
        // one organiser has a policy of her own that names no application: the usual reason why a global grant seems not to work
        rules.setAccessPolicy(school.person("y.tanaka").id(), Set.of());
    }
}
