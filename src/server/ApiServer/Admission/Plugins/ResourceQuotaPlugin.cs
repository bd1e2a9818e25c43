using System.Collections.Concurrent;
using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.ResourceQuotaConfigV1;
using Cybernetes.Api.Rules.Quota;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Plugins;

/// <summary>
/// Charges each new object to its namespace's quotas before it is stored, with a compare-and-swap on every quota's status, so that
/// concurrent requests and servers never exceed one together. What a request charged and then did not store, the quota controller gives back.
/// </summary>
public sealed class ResourceQuotaPlugin(IClusterView cluster, IClusterWriter writer, TimeProvider time, Configuration? configuration = null) : IAdmissionPlugin
{
    private const int MaxTries = 50;

    private readonly ConcurrentDictionary<GroupResource, QuotaEvaluator> _evaluators = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "ResourceQuota";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update;

    /// <inheritdoc/>
    public async ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Namespace.Length == 0 || attributes.Kind is { Group: "", Kind: "Namespace" } || attributes.Object is not IObject item)
        {
            return null;
        }
        var evaluator = _evaluators.GetOrAdd(attributes.Resource.GroupResource, QuotaEvaluator.For);
        var handled = attributes.Operation == AdmissionOperation.Create ? attributes.Subresource.Length == 0 : evaluator.HandlesUpdate(attributes.Subresource);
        if (!handled)
        {
            return null;
        }
        var limited = LimitedNames(attributes, evaluator, item);
        if (cluster.List<ResourceQuota>(attributes.Namespace).Count == 0)
        {
            return limited.Count == 0 ? null : Refusal.Forbidden(attributes, $"insufficient quota to consume: {string.Join(',', limited)}");
        }
        // One request of a namespace at a time, so that in one process nobody has to try twice.
        var turn = _turns.GetOrAdd(attributes.Namespace, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ChargeAsync(attributes, evaluator, item, limited, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask<Status?> ChargeAsync(
        AdmissionAttributes attributes, QuotaEvaluator evaluator, IObject item, IReadOnlyList<string> limited, CancellationToken cancellationToken)
    {
        var charged = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < MaxTries; i++)
        {
            var (changes, refusal) = await JudgeAsync(attributes, evaluator, item, limited, charged, cancellationToken).ConfigureAwait(false);
            if (refusal is not null || attributes.DryRun)
            {
                return refusal;
            }
            var conflict = false;
            foreach (var change in changes)
            {
                if (await writer.UpdateAsync(change, cancellationToken).ConfigureAwait(false) is null)
                {
                    conflict = true;
                    break;
                }
                charged.Add(change.Metadata.Uid + change.Metadata.Name);
            }
            if (!conflict)
            {
                return null;
            }
        }
        return ApiStatus.InternalError("resource quota evaluation timed out");
    }

    // The quotas as they would be with the object charged to those that have not been yet, or the refusal.
    private async ValueTask<(List<ResourceQuota> Changes, Status? Refusal)> JudgeAsync(
        AdmissionAttributes attributes, QuotaEvaluator evaluator, IObject item, IReadOnlyList<string> limited, HashSet<string> charged, CancellationToken cancellationToken)
    {
        var interesting = new List<ResourceQuota>();
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cached in cluster.List<ResourceQuota>(attributes.Namespace))
        {
            var quota = await cluster.GetLiveAsync<ResourceQuota>(attributes.Namespace, cached.Metadata.Name, cancellationToken).ConfigureAwait(false);
            if (quota is null || !evaluator.Matches(quota.Spec, quota.Status.Hard, item))
            {
                continue;
            }
            var names = quota.Status.Hard.Keys.Where(evaluator.Counts).ToHashSet(StringComparer.Ordinal);
            if (evaluator.Constraint(names, item) is { } unsaid)
            {
                return ([], Refusal.Forbidden(attributes, $"failed quota: {quota.Metadata.Name}: {unsaid}"));
            }
            if (names.Any(n => !quota.Status.Used.ContainsKey(n)))
            {
                return ([], Refusal.Forbidden(attributes,
                    $"status unknown for quota: {quota.Metadata.Name}, resources: {string.Join(',', names.Order(StringComparer.Ordinal))}"));
            }
            covered.UnionWith(names);
            interesting.Add(quota);
        }
        string[] uncovered = [.. limited.Where(n => !covered.Contains(n))];
        if (uncovered.Length > 0)
        {
            return ([], Refusal.Forbidden(attributes, $"insufficient quota to consume: {string.Join(',', uncovered)}"));
        }
        var delta = Delta(attributes, evaluator, item);
        if (delta.Any(e => e.Value.Sign < 0))
        {
            var negative = delta.Where(e => e.Value.Sign < 0).Select(e => e.Key);
            return ([], Refusal.Forbidden(attributes, $"quota usage is negative for resource(s): {string.Join(',', negative)}"));
        }
        var changes = new List<ResourceQuota>();
        foreach (var quota in interesting.Where(q => !charged.Contains(q.Metadata.Uid + q.Metadata.Name)))
        {
            var requested = QuotaMath.Mask(delta, QuotaMath.Names(quota.Status.Hard));
            if (requested.IsEmpty)
            {
                continue;
            }
            var used = QuotaMath.Add(quota.Status.Used, requested);
            var exceeded = QuotaMath.Exceeded(QuotaMath.Mask(used, QuotaMath.Names(requested)), quota.Status.Hard);
            if (exceeded.Count > 0)
            {
                return ([], Refusal.Forbidden(attributes,
                    $"exceeded quota: {quota.Metadata.Name}, requested: {QuotaMath.Print(QuotaMath.Mask(requested, exceeded))}, " +
                    $"used: {QuotaMath.Print(QuotaMath.Mask(quota.Status.Used, exceeded))}, limited: {QuotaMath.Print(QuotaMath.Mask(quota.Status.Hard, exceeded))}"));
            }
            changes.Add(quota with { Status = quota.Status with { Used = used } });
        }
        return (changes, null);
    }

    private ValueMap<Quantity> Delta(AdmissionAttributes attributes, QuotaEvaluator evaluator, IObject item)
    {
        var now = time.GetUtcNow();
        var usage = evaluator.Usage(item, now);
        if (attributes.Operation == AdmissionOperation.Update && attributes.OldObject is IObject { Metadata.ResourceVersion.Length: > 0 } old)
        {
            usage = QuotaMath.SubtractToZero(usage, evaluator.Usage(old, now));
        }
        return QuotaMath.WithoutZeros(usage);
    }

    // Resources that the configuration says nobody may use without a quota for them.
    private IReadOnlyList<string> LimitedNames(AdmissionAttributes attributes, QuotaEvaluator evaluator, IObject item)
    {
        if (configuration is null || configuration.LimitedResources.IsEmpty)
        {
            return [];
        }
        var rules = configuration.LimitedResources.Where(l => l.ApiGroup == attributes.Resource.Group && l.Resource == attributes.Resource.Resource).ToArray();
        return rules.Length == 0 ? [] : [.. Delta(attributes, evaluator, item).Keys.Where(n => rules.Any(r => r.MatchContains.Any(m => n.Contains(m, StringComparison.Ordinal))))];
    }
}
