using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authorization.Rbac;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authorization.Bootstrap;

/// <summary>
/// Brings the bootstrap roles and bindings up to date at start (<c>poststarthook/rbac/bootstrap-roles</c>): what is missing is added,
/// what an administrator added stays, and an object whose autoupdate annotation says "false" is left alone.
/// </summary>
public sealed class RbacBootstrapper(IClusterView view, IClusterWriter writer)
{
    private const int MaxTries = 5;

    /// <summary>Reconciles everything once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var role in BootstrapRoles.ClusterRoles)
        {
            await EnsureAsync(role, Reconcile, cancellationToken).ConfigureAwait(false);
        }
        foreach (var binding in BootstrapRoles.ClusterRoleBindings)
        {
            await EnsureAsync(binding, Reconcile, cancellationToken).ConfigureAwait(false);
        }
        foreach (var role in BootstrapRoles.Roles)
        {
            await EnsureAsync(role, Reconcile, cancellationToken).ConfigureAwait(false);
        }
        foreach (var binding in BootstrapRoles.RoleBindings)
        {
            await EnsureAsync(binding, Reconcile, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The role with what it lacks.</summary>
    public static ClusterRole Reconcile(ClusterRole existing, ClusterRole expected) => existing with
    {
        Rules = expected.AggregationRule is null ? Union(existing.Rules, expected.Rules) : existing.Rules,
        AggregationRule = Union(existing.AggregationRule, expected.AggregationRule),
    };

    private static Role Reconcile(Role existing, Role expected) => existing with { Rules = Union(existing.Rules, expected.Rules) };

    private static ClusterRoleBinding Reconcile(ClusterRoleBinding existing, ClusterRoleBinding expected) =>
        existing with { Subjects = Union(existing.Subjects, expected.Subjects) };

    private static RoleBinding Reconcile(RoleBinding existing, RoleBinding expected) =>
        existing with { Subjects = Union(existing.Subjects, expected.Subjects) };

    private static ValueList<PolicyRule> Union(ValueList<PolicyRule> existing, ValueList<PolicyRule> expected)
    {
        var missing = RuleCoverage.Compact(RuleCoverage.Missing([.. existing], expected));
        return missing.Count == 0 ? existing : existing.Concat(missing).ToValueList();
    }

    private static ValueList<Subject> Union(ValueList<Subject> existing, ValueList<Subject> expected)
    {
        var missing = expected.Where(s => !existing.Contains(s)).ToArray();
        return missing.Length == 0 ? existing : existing.Concat(missing).ToValueList();
    }

    private static AggregationRule? Union(AggregationRule? existing, AggregationRule? expected)
    {
        if (expected is null || existing is null)
        {
            return expected ?? existing;
        }
        var missing = expected.ClusterRoleSelectors.Where(s => !existing.ClusterRoleSelectors.Contains(s)).ToArray();
        return missing.Length == 0 ? existing : existing with { ClusterRoleSelectors = existing.ClusterRoleSelectors.Concat(missing).ToValueList() };
    }

    private async Task EnsureAsync<T>(T expected, Func<T, T, T> reconcile, CancellationToken cancellationToken) where T : class, IObject<T>
    {
        var meta = expected.Metadata;
        for (var i = 0; i < MaxTries; i++)
        {
            var existing = view.Get<T>(meta.Namespace, meta.Name)
                ?? await view.GetLiveAsync<T>(meta.Namespace, meta.Name, cancellationToken).ConfigureAwait(false);
            if (existing is null)
            {
                if (await writer.CreateAsync(expected, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
                continue;
            }
            if (existing.Metadata.Annotations.GetValueOrDefault(BootstrapRoles.AutoUpdateAnnotation) == "false")
            {
                return;
            }
            var changed = reconcile(existing, expected);
            changed = changed.With(changed.Metadata with
            {
                Labels = meta.Labels.Overlay(changed.Metadata.Labels),
                Annotations = meta.Annotations.Overlay(changed.Metadata.Annotations),
            });
            if (changed.Equals(existing) || await writer.UpdateAsync(changed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return;
            }
        }
    }
}
