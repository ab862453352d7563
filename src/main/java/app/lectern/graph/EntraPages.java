package app.lectern.graph;

/// The pages of the portals where an administrator mends things, and the commands that mend the rest. Microsoft moves
/// its pages without notice, so a problem's text also says where to look.
public final class EntraPages {
    public static final String TEAMS_ADMIN = "https://admin.teams.microsoft.com";
    public static final String SERVICE_STATUS = "https://status.cloud.microsoft";
    private static final String APP = "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/";

    private final Connection connection;

    public EntraPages(Connection connection) {
        this.connection = connection;
    }

    public String overview() {
        return portal();
    }

    public String app() {
        return appBlade("Overview");
    }

    public String permissions() {
        return appBlade("CallAnAPI");
    }

    public String credentials() {
        return appBlade("Credentials");
    }

    public String authentication() {
        return appBlade("Authentication");
    }

    public String apps() {
        return portal() + "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
    }

    public String enterpriseApps() {
        return portal() + "/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
    }

    public String users() {
        return portal() + "/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers";
    }

    public String user(String userId) {
        return portal() + "/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/" + userId;
    }

    public String conditionalAccess() {
        return portal() + "/#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies";
    }

    private String appBlade(String name) {
        return portal() + APP + name + "/appId/" + connection.clientId() + "/isMSAApp/";
    }

    private String portal() {
        boolean entra = connection.cloud().portal().getHost().startsWith("entra.");
        return connection.cloud().portal() + (entra && !connection.tenant().isEmpty() ? "/" + connection.tenant() : "");
    }

    /// What a Teams administrator runs so that the app may act for an organiser.
    public String accessPolicyCommand(String account) {
        return """
                Connect-MicrosoftTeams
                New-CsApplicationAccessPolicy -Identity Lectern -AppIds "%s" -Description "Lectern"
                Grant-CsApplicationAccessPolicy -PolicyName Lectern -Identity "%s"
                """
                .formatted(quoted(connection.clientId()), quoted(account));
    }

    public String transcriptsCommand() {
        return """
                Connect-MicrosoftTeams
                Set-CsTeamsMeetingConfiguration -Identity Global -EnableGraphTranscriptAccess $true -EnableAttributedTranscripts $true
                """;
    }

    /// Shows whether Exchange lets the app into the mailbox, and why.
    public String mailboxScopeCommand(String account) {
        return """
                Connect-ExchangeOnline
                Test-ApplicationAccessPolicy -AppId "%s" -Identity "%s"
                """
                .formatted(quoted(connection.clientId()), quoted(account));
    }

    /// The text goes into a double-quoted PowerShell string of somebody who runs a tenant.
    private static String quoted(String text) {
        return text.replaceAll("[\\p{Cntrl}`\"$\u201c\u201d\u201e]", "");
    }
}
