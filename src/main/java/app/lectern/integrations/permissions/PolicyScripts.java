package app.lectern.integrations.permissions;

import app.lectern.integrations.Integration;

/// The PowerShell lines with which an administrator lets the app act for an organiser, for each of the two systems that
/// can stand in the way. The last lines print what can be pasted back and judged. Graph's own way to assign Teams policies
/// can neither make this kind of policy nor is it documented for it, so the scripts remain.
public final class PolicyScripts {
    /// The name under which the policy is made, unless the person chooses another.
    public static final String POLICY = "Lectern";

    private PolicyScripts() {}

    /// Teams: for this organiser only. A policy of that name is kept and gets the app added.
    public static String teams(Integration of, String policy, String account) {
        return """
                # Once per computer, as the person who signs in below
                Install-Module MicrosoftTeams -Scope CurrentUser
                Connect-MicrosoftTeams

                # The policy names the app (its client id)
                $app = %1$s
                if (Get-CsApplicationAccessPolicy -Identity %2$s -ErrorAction SilentlyContinue) {
                  Set-CsApplicationAccessPolicy -Identity %2$s -AppIds @{Add=$app}
                } else {
                  New-CsApplicationAccessPolicy -Identity %2$s -AppIds $app -Description 'Lectern'
                }

                # The organiser gets the policy
                Grant-CsApplicationAccessPolicy -PolicyName %2$s -Identity %3$s

                # Copy what these two lines print back into Lectern
                Get-CsApplicationAccessPolicy -Identity %2$s | Format-List Identity, AppIds
                Get-CsOnlineUser -Identity %3$s | Format-List UserPrincipalName, ApplicationAccessPolicy
                Disconnect-MicrosoftTeams -Confirm:$false
                """
                .formatted(PowerShell.quoted(of.clientId()), PowerShell.quoted(policy), PowerShell.quoted(account));
    }

    /// Teams: for everybody who has no policy of their own. To be offered after a warning only.
    public static String teamsForAll(Integration of, String policy) {
        return """
                # Once per computer, as the person who signs in below
                Install-Module MicrosoftTeams -Scope CurrentUser
                Connect-MicrosoftTeams

                # The policy names the app (its client id)
                $app = %1$s
                if (Get-CsApplicationAccessPolicy -Identity %2$s -ErrorAction SilentlyContinue) {
                  Set-CsApplicationAccessPolicy -Identity %2$s -AppIds @{Add=$app}
                } else {
                  New-CsApplicationAccessPolicy -Identity %2$s -AppIds $app -Description 'Lectern'
                }

                # Every organiser without a policy of their own gets it
                Grant-CsApplicationAccessPolicy -PolicyName %2$s -Global

                # Copy what this prints back into Lectern
                Get-CsApplicationAccessPolicy | Format-List Identity, AppIds
                Disconnect-MicrosoftTeams -Confirm:$false
                """
                .formatted(PowerShell.quoted(of.clientId()), PowerShell.quoted(policy));
    }

    /// Teams: what the organiser's meeting policy says about recording. It can only be read there; Graph does not hand it out.
    public static String recording(String account) {
        return """
                Connect-MicrosoftTeams
                $name = (Get-CsUserPolicyAssignment -Identity %1$s -PolicyType TeamsMeetingPolicy).PolicyName
                if (-not $name) { $name = 'Global' }

                # Copy what this prints back into Lectern
                Get-CsTeamsMeetingPolicy -Identity $name |
                  Format-List Identity, AllowCloudRecording, AllowTranscription, NewMeetingRecordingExpirationDays
                Disconnect-MicrosoftTeams -Confirm:$false
                """
                .formatted(PowerShell.quoted(account));
    }

    /// Exchange: RBAC for Applications, for this mailbox only. A consent in Entra adds to this scope and would open all
    /// mailboxes, so whoever wants the limit leaves it out there.
    public static String exchange(Integration of, String scope, String account) {
        return """
                Connect-ExchangeOnline

                # Which kind of limit is it? Granted and InScope tell
                Test-ServicePrincipalAuthorization -Identity %1$s -Resource %3$s | Format-Table
                Test-ApplicationAccessPolicy -AppId %1$s -Identity %3$s | Format-List AppId, Mailbox, AccessCheckResult

                # RBAC for Applications: ObjectId is that of the enterprise application
                Connect-MgGraph -Scopes Application.Read.All
                $app = %1$s
                $principal = Get-MgServicePrincipal -Filter "appId eq '$app'"
                New-ServicePrincipal -AppId $app -ObjectId $principal.Id -DisplayName 'Lectern'
                New-ManagementScope -Name %2$s -RecipientRestrictionFilter "PrimarySmtpAddress -eq '%4$s'"
                New-ManagementRoleAssignment -App $app -Role 'Application Calendars.ReadWrite' -CustomResourceScope %2$s
                New-ManagementRoleAssignment -App $app -Role 'Application MailboxSettings.Read' -CustomResourceScope %2$s

                # Copy what this prints back into Lectern
                Test-ServicePrincipalAuthorization -Identity $app -Resource %3$s | Format-Table
                Disconnect-ExchangeOnline -Confirm:$false
                """
                .formatted(PowerShell.quoted(of.clientId()), PowerShell.quoted(scope), PowerShell.quoted(account),
                        account.replaceAll("[^A-Za-z0-9.!#%&*+/=?^_{|}~@-]", ""));
    }
}
