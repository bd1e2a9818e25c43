using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.ClusterRoles;

/// <summary>Gives ClusterRoles with an aggregation rule the rules of all roles it selects.</summary>
public sealed class ClusterRoleAggregation : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<ClusterRole> _roles;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public ClusterRoleAggregation(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("ClusterRoleAggregator", 5, ReconcileAsync);
        _roles = context.Informers.For<ClusterRole>();
        _roles.AddHandler(_ => EnqueueAll(), (before, after) =>
        {
            if (before.Rules != after.Rules || before.Metadata.Labels != after.Metadata.Labels || before.AggregationRule != after.AggregationRule)
            {
                EnqueueAll();
            }
        }, _ => EnqueueAll());
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    /// <summary>The rules of the roles that the rule selects, each once, in the order of the roles' names. Pure.</summary>
    public static ValueList<PolicyRule> RulesOf(ClusterRole role, IEnumerable<ClusterRole> roles)
    {
        var rules = new List<PolicyRule>();
        var ordered = roles.Where(other => other.Metadata.Name != role.Metadata.Name).OrderBy(other => other.Metadata.Name, StringComparer.Ordinal).ToList();
        foreach (var selector in role.AggregationRule?.ClusterRoleSelectors ?? default)
        {
            var matcher = selector.ToSelector();
            foreach (var rule in ordered.Where(other => matcher.Matches(other.Metadata.Labels)).SelectMany(other => other.Rules))
            {
                if (!rules.Contains(rule))
                {
                    rules.Add(rule);
                }
            }
        }

        return rules.ToValueList();
    }

    private void EnqueueAll()
    {
        foreach (var role in _roles.List())
        {
            if (role.AggregationRule is not null)
            {
                _host.Queue.Add(role.Metadata.Name);
            }
        }
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        if (_roles.Get("", name) is not { AggregationRule: not null } role)
        {
            return;
        }

        var rules = RulesOf(role, _roles.List());
        if (rules != role.Rules)
        {
            (await _context.Client.UpdateAsync(role with { Rules = rules }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }
    }
}
