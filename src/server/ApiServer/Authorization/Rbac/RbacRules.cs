using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.RbacV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Authorization.Rbac;

/// <summary>
/// Who has which rules, kept up to date from the cluster's roles and bindings. Bindings are indexed by subject and namespace, so that a
/// look-up costs what the user has, not what the cluster holds. Thread safe.
/// </summary>
public sealed class RbacRules : IDisposable
{
    private readonly IClusterView _view;
    private readonly IDisposable[] _subscriptions;
    private readonly Lock _gate = new();
    private volatile ImmutableDictionary<string, Scope> _scopes = ImmutableDictionary<string, Scope>.Empty;

    /// <summary>Follows the cluster.</summary>
    public RbacRules(IClusterView view)
    {
        _view = view;
        _subscriptions =
        [
            view.Subscribe<ClusterRoleBinding>(c => Change(c.Old is { } o ? Of(o) : null, c.New is { } n ? Of(n) : null)),
            view.Subscribe<RoleBinding>(c => Change(c.Old is { } o ? Of(o) : null, c.New is { } n ? Of(n) : null)),
        ];
    }

    /// <summary>One rule of a user, with the binding and subject that give it; or, without rule, a role that is not there.</summary>
    public readonly record struct Grant(Binding Binding, Subject Subject, PolicyRule? Rule, string? Error);

    /// <summary>Every rule the user has cluster-wide and in a namespace (empty: cluster-wide only), cluster bindings first.</summary>
    public IEnumerable<Grant> For(UserInfo user, string @namespace)
    {
        var scopes = _scopes;
        var grants = scopes.TryGetValue("", out var cluster) ? Grants(cluster, user) : [];
        return @namespace.Length > 0 && scopes.TryGetValue(@namespace, out var local) ? grants.Concat(Grants(local, user)) : grants;
    }

    /// <summary>The rules of a referenced role, or upstream's error text.</summary>
    public (ValueList<PolicyRule> Rules, string? Error) RulesOf(RoleRef reference, string bindingNamespace) => reference.Kind switch
    {
        "ClusterRole" => _view.Get<ClusterRole>("", reference.Name) is { } role
            ? (role.Rules, null)
            : (default, $"clusterrole.rbac.authorization.k8s.io \"{reference.Name}\" not found"),
        "Role" => _view.Get<Role>(bindingNamespace, reference.Name) is { } role
            ? (role.Rules, null)
            : (default, $"role.rbac.authorization.k8s.io \"{reference.Name}\" not found"),
        var kind => (default, $"unsupported role reference kind: \"{kind}\""),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private IEnumerable<Grant> Grants(Scope scope, UserInfo user)
    {
        foreach (var match in scope.Index.For(user))
        {
            var (rules, error) = RulesOf(match.Binding.RoleRef, match.Binding.Namespace);
            if (error is not null)
            {
                yield return new Grant(match.Binding, match.Subject, null, error);
                continue;
            }
            for (var i = 0; i < rules.Count; i++)
            {
                yield return new Grant(match.Binding, match.Subject, rules[i], null);
            }
        }
    }

    private void Change(Binding? old, Binding? @new)
    {
        lock (_gate)
        {
            var key = (@new ?? old)!.Namespace;
            var bindings = _scopes.TryGetValue(key, out var scope) ? scope.Bindings : ImmutableDictionary<string, Binding>.Empty;
            bindings = @new is null ? bindings.Remove(old!.Name) : bindings.SetItem(@new.Name, @new);
            _scopes = bindings.IsEmpty ? _scopes.Remove(key) : _scopes.SetItem(key, new Scope(bindings));
        }
    }

    private static Binding Of(ClusterRoleBinding binding) => new("", binding.Metadata.Name, binding.RoleRef, binding.Subjects);

    private static Binding Of(RoleBinding binding) => new(binding.Metadata.Namespace, binding.Metadata.Name, binding.RoleRef, binding.Subjects);

    private sealed class Scope(ImmutableDictionary<string, Binding> bindings)
    {
        private readonly Lazy<BindingIndex> _index = new(() => new BindingIndex(bindings.Values));

        public ImmutableDictionary<string, Binding> Bindings => bindings;

        public BindingIndex Index => _index.Value;
    }
}
