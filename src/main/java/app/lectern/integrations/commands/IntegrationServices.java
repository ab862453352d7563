package app.lectern.integrations.commands;

import app.lectern.integrations.CredentialRotation;
import app.lectern.integrations.IntegrationRules;
import app.lectern.integrations.IntegrationTransfer;
import app.lectern.integrations.Integrations;
import app.lectern.integrations.ServiceAccounts;
import app.lectern.integrations.health.HealthChecks;
import app.lectern.integrations.setup.AdminPacks;
import app.lectern.integrations.setup.Readiness;
import app.lectern.integrations.setup.Setups;
import app.lectern.integrations.setup.TestMeetings;
import app.lectern.integrations.upkeep.UpkeepList;
import app.lectern.integrations.waiting.WaitingList;
import java.time.Clock;

/// What the commands about integrations work with.
public record IntegrationServices(
        Integrations integrations,
        IntegrationRules rules,
        Setups setups,
        ServiceAccounts accounts,
        HealthChecks checks,
        CredentialRotation rotation,
        IntegrationTransfer transfer,
        WaitingList waiting,
        AdminPacks packs,
        TestMeetings testMeetings,
        Readiness readiness,
        UpkeepList upkeep,
        Clock clock) {}
