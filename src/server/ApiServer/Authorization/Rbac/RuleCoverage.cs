using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>Whether some rules contain others. Pure.</summary>
public static class RuleCoverage
{
    /// <summary>The parts of <paramref name="wanted"/>, broken down to single verbs and resources, that no owned rule covers.</summary>
    public static IReadOnlyList<PolicyRule> Missing(IReadOnlyList<PolicyRule> owned, IEnumerable<PolicyRule> wanted) =>
        [.. wanted.SelectMany(BreakDown).Where(part => !owned.Any(rule => Covers(rule, part)))];

    /// <summary>Single-resource rules joined into one rule with all their verbs.</summary>
    public static IReadOnlyList<PolicyRule> Compact(IReadOnlyList<PolicyRule> rules)
    {
        var compact = new List<PolicyRule>();
        var places = new Dictionary<(string Group, string Resource, string? Name), int>();
        foreach (var rule in rules)
        {
            if (rule.ApiGroups.Count != 1 || rule.Resources.Count != 1 || rule.ResourceNames.Count > 1 || !rule.NonResourceURLs.IsEmpty)
            {
                compact.Add(rule);
                continue;
            }
            var key = (rule.ApiGroups[0], rule.Resources[0], rule.ResourceNames.IsEmpty ? null : rule.ResourceNames[0]);
            if (places.TryGetValue(key, out var at))
            {
                compact[at] = compact[at] with { Verbs = compact[at].Verbs.Concat(rule.Verbs).Distinct().ToValueList() };
            }
            else
            {
                places[key] = compact.Count;
                compact.Add(rule);
            }
        }
        return compact;
    }

    /// <summary>A rule as upstream prints it in errors: <c>{APIGroups:[""], Resources:["pods"], Verbs:["get"]}</c>.</summary>
    public static string Describe(PolicyRule rule)
    {
        var parts = new List<string>();
        Add("APIGroups", rule.ApiGroups);
        Add("Resources", rule.Resources);
        Add("NonResourceURLs", rule.NonResourceURLs);
        Add("ResourceNames", rule.ResourceNames);
        Add("Verbs", rule.Verbs);
        return "{" + string.Join(", ", parts) + "}";

        void Add(string name, ValueList<string> values)
        {
            if (!values.IsEmpty)
            {
                parts.Add($"{name}:[{string.Join(' ', values.Select(v => $"\"{v}\""))}]");
            }
        }
    }

    private static IEnumerable<PolicyRule> BreakDown(PolicyRule rule)
    {
        foreach (var group in rule.ApiGroups)
        {
            foreach (var resource in rule.Resources)
            {
                foreach (var verb in rule.Verbs)
                {
                    var part = PolicyRule.Empty with { ApiGroups = [group], Resources = [resource], Verbs = [verb] };
                    if (rule.ResourceNames.IsEmpty)
                    {
                        yield return part;
                    }
                    foreach (var name in rule.ResourceNames)
                    {
                        yield return part with { ResourceNames = [name] };
                    }
                }
            }
        }
        foreach (var url in rule.NonResourceURLs)
        {
            foreach (var verb in rule.Verbs)
            {
                yield return PolicyRule.Empty with { NonResourceURLs = [url], Verbs = [verb] };
            }
        }
    }

    private static bool Covers(PolicyRule owner, PolicyRule part) =>
        CoversAll(owner.Verbs, part.Verbs) &&
        (part.NonResourceURLs.IsEmpty
            ? CoversAll(owner.ApiGroups, part.ApiGroups) && part.Resources.All(r => CoversResource(owner.Resources, r)) && CoversNames(owner, part)
            : part.NonResourceURLs.All(url => owner.NonResourceURLs.Any(o => o == url || (o.EndsWith('*') && url.AsSpan().StartsWith(o.AsSpan().TrimEnd('*'))))));

    private static bool CoversAll(ValueList<string> owner, ValueList<string> part) =>
        PolicyRules.Has(owner, "*") || part.All(item => PolicyRules.Has(owner, item));

    private static bool CoversResource(ValueList<string> owner, string resource)
    {
        if (PolicyRules.Has(owner, "*") || PolicyRules.Has(owner, resource))
        {
            return true;
        }
        var slash = resource.IndexOf('/');
        return slash >= 0 && PolicyRules.Has(owner, "*" + resource[slash..]);
    }

    private static bool CoversNames(PolicyRule owner, PolicyRule part) =>
        owner.ResourceNames.IsEmpty || (!part.ResourceNames.IsEmpty && part.ResourceNames.All(n => PolicyRules.Has(owner.ResourceNames, n)));
}
