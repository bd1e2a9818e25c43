using System.Runtime.CompilerServices;
using System.Text;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>
/// Judges requests by the cluster's ValidatingAdmissionPolicies (KEP-3488). For each binding: 1. whether policy and binding mean the request,
/// 2. with which parameters, 3. whether the conditions hold, 4. what the validations say, 5. what becomes of a refusal: denied, warned of, audited.
/// Thread safe.
/// </summary>
public sealed class ValidatingPolicies(IClusterView cluster, IAuthorizer authorizer) : IAdmissionPlugin
{
    private const string FailureKey = "validation.policy.admission.k8s.io/validation_failure";

    private readonly ConditionalWeakTable<ValidatingAdmissionPolicy, object> _compiled = [];
    private readonly PolicyMatcher _matcher = new(cluster);

    /// <inheritdoc/>
    public string Name => "ValidatingAdmissionPolicy";

    /// <inheritdoc/>
    public AdmissionOperation Operations => AdmissionOperation.All;

    /// <inheritdoc/>
    public ValueTask<Status?> ValidateAsync(AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        if (IsExempt(attributes.Resource))
        {
            return default;
        }
        var refusals = new List<PolicyFailure>();
        foreach (var binding in cluster.List<ValidatingAdmissionPolicyBinding>())
        {
            if (cluster.Get<ValidatingAdmissionPolicy>("", binding.Spec.PolicyName) is { } policy && _matcher.Matches(policy.Spec.MatchConstraints, attributes) && _matcher.Matches(binding.Spec.MatchResources, attributes))
            {
                Judge(policy, binding, attributes, refusals);
            }
        }
        var audited = refusals.Where(refusal => refusal.Actions.Contains("Audit")).ToList();
        if (audited.Count > 0)
        {
            attributes.Annotate(FailureKey, Encoding.UTF8.GetString(Value.List(audited.Select(refusal => refusal.ToJson()).ToValueList()).ToJson()));
        }
        foreach (var refusal in refusals.Where(refusal => refusal.Actions.Contains("Warn")))
        {
            attributes.Warn($"Validation failed for ValidatingAdmissionPolicy '{refusal.Policy}' with binding '{refusal.Binding}': {refusal.Message}");
        }
        return ValueTask.FromResult(refusals.FirstOrDefault(refusal => refusal.Actions.Contains("Deny")) is { } denied ? denied.ToStatus(attributes) : null);
    }

    // Policies do not judge policies, nor questions that are never stored.
    private static bool IsExempt(GroupVersionResource resource) => resource.Group switch
    {
        "admissionregistration.k8s.io" => resource.Resource.Contains("admissionpolic", StringComparison.Ordinal),
        "authentication.k8s.io" or "authorization.k8s.io" => true,
        _ => false,
    };

    private void Judge(ValidatingAdmissionPolicy policy, ValidatingAdmissionPolicyBinding binding, AdmissionAttributes attributes, List<PolicyFailure> refusals)
    {
        // What cannot be judged is refused by Deny whatever the binding wants, unless failures are to be ignored.
        void Failed(string why, ValueList<string> actions, int index = 0)
        {
            if (policy.Spec.FailurePolicy != "Ignore")
            {
                refusals.Add(new(policy.Metadata.Name, binding.Metadata.Name, why, "", actions, index));
            }
        }
        if (_compiled.GetValue(policy, Compile) is not CompiledPolicy compiled)
        {
            Failed($"failed to configure policy: {_compiled.GetValue(policy, Compile)}", ["Deny"]);
            return;
        }
        if (!PolicyParameters.TryFind(cluster, policy.Spec.ParamKind, binding.Spec.ParamRef, attributes, out var parameters, out var error))
        {
            Failed($"failed to configure binding: {error}", ["Deny"]);
            return;
        }
        foreach (var each in parameters)
        {
            var names = new PolicyNames(compiled.Variables, attributes, each, cluster, authorizer);
            switch (PolicyConditions.Hold(compiled.Conditions, names, out var failed))
            {
                case true:
                    Validations(compiled, binding, attributes, names, refusals, Failed);
                    break;
                case null:
                    Failed(failed, binding.Spec.ValidationActions);
                    break;
            }
        }
    }

    private static object Compile(ValidatingAdmissionPolicy policy)
    {
        try
        {
            return new CompiledPolicy(policy);
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private static void Validations(CompiledPolicy policy, ValidatingAdmissionPolicyBinding binding, AdmissionAttributes attributes, PolicyNames names, List<PolicyFailure> refusals, Action<string, ValueList<string>, int> failed)
    {
        for (var i = 0; i < policy.Validations.Count; i++)
        {
            var (validation, expression, message) = policy.Validations[i];
            try
            {
                if (expression.Compute(names.Find) is not true)
                {
                    refusals.Add(new(policy.Policy.Metadata.Name, binding.Metadata.Name, Message(validation, message, names), validation.Reason ?? "", binding.Spec.ValidationActions, i));
                }
            }
            catch (CelException error)
            {
                failed($"expression '{validation.Expression}' resulted in error: {error.Message}", binding.Spec.ValidationActions, i);
            }
        }
        foreach (var (key, expression) in policy.Annotations)
        {
            try
            {
                if (expression.Compute(names.Find) is string { Length: > 0 } value)
                {
                    attributes.Annotate($"{policy.Policy.Metadata.Name}/{key}", value);
                }
            }
            catch (CelException error)
            {
                failed($"expression '{expression.Text}' resulted in error: {error.Message}", binding.Spec.ValidationActions, 0);
            }
        }
    }

    // An expression's text counts before the fixed one, unless it fails, is empty or has lines.
    private static string Message(Validation validation, CelExpression? message, PolicyNames names)
    {
        try
        {
            if (message?.Compute(names.Find) is string { Length: > 0 } text && text.Trim() is { Length: > 0 } trimmed && !trimmed.Contains('\n', StringComparison.Ordinal))
            {
                return trimmed;
            }
        }
        catch (CelException)
        {
            // The fixed message stands in.
        }
        return validation.Message.Trim() is { Length: > 0 } own ? own : $"failed expression: {validation.Expression.Trim()}";
    }
}
