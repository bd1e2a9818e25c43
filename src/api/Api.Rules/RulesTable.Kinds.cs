namespace Cybernetes.Api.Rules;

/// <content>The list of rules.</content>
public static partial class RulesTable
{
    private static IEnumerable<KindRules> Declare() =>
    [
        new PodRules(),
        new PersistentVolumeClaimRules(),
    ];
}
