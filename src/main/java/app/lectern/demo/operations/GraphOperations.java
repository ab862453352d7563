package app.lectern.demo.operations;

import app.lectern.demo.entra.AppRegistrations;
import app.lectern.demo.entra.Permissions;
import app.lectern.demo.graph.GraphRoutes;
import app.lectern.demo.graph.GraphService;
import app.lectern.demo.graph.TenantRules;
import app.lectern.demo.school.School;
import app.lectern.demo.storage.DownloadLinks;

/// Registers every Graph operation that the school answers.
public final class GraphOperations {
    private final School school;
    private final TenantRules rules;
    private final AppRegistrations apps;
    private final Permissions permissions;
    private final DownloadLinks links;

    public GraphOperations(School school, TenantRules rules, AppRegistrations apps, Permissions permissions, DownloadLinks links) {
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
    }
}
