using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.Rules.Quota;

namespace Cybernetes.Controllers.Quotas;

/// <summary>What the objects of a namespace use of a quota. Pure.</summary>
public static class QuotaUsage
{
    /// <summary>The resources that a quota counts.</summary>
    public static IEnumerable<GroupResource> ResourcesOf(ResourceQuota quota) =>
        quota.Spec.Hard.Keys.Select(QuotaEvaluator.ResourceOf).OfType<GroupResource>().Distinct();

    /// <summary>The use of each of a quota's entries; zero where nothing is used.</summary>
    public static ValueMap<Quantity> Of(ResourceQuota quota, IEnumerable<(GroupResource Resource, IEnumerable<IObject> Objects)> objects, DateTimeOffset now)
    {
        var used = ValueMap.From(quota.Spec.Hard.Select(entry => new KeyValuePair<string, Quantity>(entry.Key, Quantity.Zero.WithFormat(entry.Value.Format))));
        foreach (var (resource, items) in objects)
        {
            var evaluator = QuotaEvaluator.For(resource);
            foreach (var item in items)
            {
                if (evaluator.Matches(quota.Spec, quota.Spec.Hard, item))
                {
                    used = QuotaMath.Add(used, evaluator.Usage(item, now));
                }
            }
        }

        return QuotaMath.Mask(used, QuotaMath.Names(quota.Spec.Hard));
    }
}
