using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a validating policy is used for, with which parameters, and what becomes of its refusals.</summary>
internal sealed class ValidatingAdmissionPolicyBindingRules : KindRules<ValidatingAdmissionPolicyBinding>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override ValidatingAdmissionPolicyBinding OnDefault(ValidatingAdmissionPolicyBinding obj) =>
        obj with { Spec = obj.Spec with { MatchResources = MatchResourcesRules.Default(obj.Spec.MatchResources) } };

    protected override ValidatingAdmissionPolicyBinding OnCreate(ValidatingAdmissionPolicyBinding obj, RequestFacts facts) => FirstGeneration(obj);

    protected override ValidatingAdmissionPolicyBinding OnUpdate(ValidatingAdmissionPolicyBinding obj, ValidatingAdmissionPolicyBinding old, RequestFacts facts) =>
        WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(ValidatingAdmissionPolicyBinding obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        PolicyName(spec.PolicyName, path.Child("policyName"), errors);
        MatchResourcesRules.Reference(spec.ParamRef, path.Child("paramRef"), errors);
        MatchResourcesRules.Validate(spec.MatchResources, path.Child("matchResources"), errors);
        Actions(spec.ValidationActions, path.Child("validationActions"), errors);
    }

    protected override void ValidateUpdate(ValidatingAdmissionPolicyBinding obj, ValidatingAdmissionPolicyBinding old, ErrorList errors) => Validate(obj, errors);

    /// <summary>The name of a policy.</summary>
    public static void PolicyName(string name, FieldPath path, ErrorList errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path);
        }
        else
        {
            errors.Invalid(path, name, NameRules.Subdomain(name, false));
        }
    }

    private static void Actions(ValueList<string> actions, FieldPath path, ErrorList errors)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            Check.Supported(actions[i], path.Index(i), errors, "Audit", "Deny", "Warn");
            if (actions.Take(i).Contains(actions[i]))
            {
                errors.Duplicate(path.Index(i), actions[i]);
            }
        }

        if (actions.Contains("Deny") && actions.Contains("Warn"))
        {
            errors.Invalid(path, GoDump.List(actions), "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)");
        }

        if (actions.IsEmpty)
        {
            errors.Required(path, "at least one validation action is required");
        }
    }
}
