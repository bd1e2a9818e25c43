using System.Runtime.CompilerServices;
using Cybernetes.Api;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>Changes objects by the cluster's MutatingAdmissionPolicies (KEP-3962): each mutation sees what those before it did. Thread safe.</summary>
public sealed class MutatingPolicies(IClusterView cluster, IAuthorizer authorizer) : IAdmissionPlugin
{
    private readonly ConditionalWeakTable<MutatingAdmissionPolicy, object> _compiled = [];
    private readonly PolicyMatcher _matcher = new(cluster);

    /// <inheritdoc/>
    public string Name => "MutatingAdmissionPolicy";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.Create | AdmissionOperation.Update | AdmissionOperation.Connect;

    /// <inheritdoc/>
    public ValueTask<Status?> MutateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (attributes.Object is not IObject || attributes.Resource.Group is "authentication.k8s.io" or "authorization.k8s.io" || attributes.Resource.Resource.Contains("admissionpolic", StringComparison.Ordinal))
        {
            return default;
        }
        var again = new List<(MutatingAdmissionPolicy Policy, MutatingAdmissionPolicyBinding Binding, IKind? Seen)>();
        foreach (var binding in cluster.List<MutatingAdmissionPolicyBinding>())
        {
            if (cluster.Get<MutatingAdmissionPolicy>("", binding.Spec.PolicyName) is not { } policy || !_matcher.Matches(policy.Spec.MatchConstraints, attributes) || !_matcher.Matches(binding.Spec.MatchResources, attributes))
            {
                continue;
            }
            if (Apply(policy, binding, attributes) is { } refusal)
            {
                return ValueTask.FromResult<Status?>(refusal);
            }
            again.Add((policy, binding, attributes.Object));
        }
        foreach (var (policy, binding, seen) in again)
        {
            if (policy.Spec.ReinvocationPolicy == "IfNeeded" && !Equals(seen, attributes.Object) && Apply(policy, binding, attributes) is { } refusal)
            {
                return ValueTask.FromResult<Status?>(refusal);
            }
        }
        return default;
    }

    private Status? Apply(MutatingAdmissionPolicy policy, MutatingAdmissionPolicyBinding binding, AdmissionAttributes attributes)
    {
        Status? Failed(string why) => policy.Spec.FailurePolicy == "Ignore" ? null : Refusal.Forbidden(attributes, $"policy '{policy.Metadata.Name}' with binding '{binding.Metadata.Name}' denied request: {why}") with { Reason = "Invalid", Code = 422 };
        if (_compiled.GetValue(policy, Compile) is not CompiledMutation compiled)
        {
            return Failed($"failed to configure policy: {_compiled.GetValue(policy, Compile)}");
        }
        if (!PolicyParameters.TryFind(cluster, policy.Spec.ParamKind, binding.Spec.ParamRef, attributes, out var parameters, out var error))
        {
            return Failed($"failed to configure binding: {error}");
        }
        foreach (var each in parameters)
        {
            var holds = PolicyConditions.Hold(compiled.Conditions, Names(compiled, attributes, each), out var failed);
            if (holds is null && Failed(failed) is { } refused)
            {
                return refused;
            }
            foreach (var (isPatch, expression) in holds == true ? compiled.Mutations : [])
            {
                try
                {
                    attributes.Object = Changed(attributes.Object!, isPatch, CelExpression.ToJson(expression.Compute(Names(compiled, attributes, each).Find)));
                }
                catch (Exception wrong) when (wrong is CelException or PatchException or WireException)
                {
                    if (Failed($"expression '{expression.Text}' resulted in error: {wrong.Message}") is { } refusal)
                    {
                        return refusal;
                    }
                }
            }
        }
        return null;
    }

    private PolicyNames Names(CompiledMutation compiled, AdmissionAttributes attributes, Value parameters) => new(compiled.Variables, attributes, parameters, cluster, authorizer);

    private static object Compile(MutatingAdmissionPolicy policy)
    {
        try
        {
            return new CompiledMutation(policy);
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private static IKind Changed(IKind given, bool isPatch, Value change)
    {
        var codec = Kinds.Find(given.GroupVersionKind)!;
        var value = Value.ParseJson(JsonEncoder.ToArray(given));
        value = isPatch ? JsonPatch.Parse(change).Apply(value) : StrategicMergePatch.Apply(value, change, codec.Schema);
        var changed = codec.ReadJson(value.ToJson());
        return changed is IObject item && RulesTable.For(given.GroupVersionKind) is { } rules ? rules.Default(item) : changed;
    }
}
