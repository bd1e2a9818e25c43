using Cybernetes.Api.Machinery;
using Cybernetes.Api.PolicyV1;

namespace Cybernetes.Api.Rules;

/// <summary>Pod disruption budgets.</summary>
internal sealed class PodDisruptionBudgetRules : KindRules<PodDisruptionBudget>
{
    private static readonly StatusRules<PodDisruptionBudget> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    public override bool AllowUnconditionalUpdate => false;

    protected override PodDisruptionBudget OnCreate(PodDisruptionBudget obj, RequestFacts facts) => FirstGeneration(obj with { Status = PodDisruptionBudgetStatus.Empty });

    protected override PodDisruptionBudget OnUpdate(PodDisruptionBudget obj, PodDisruptionBudget old, RequestFacts facts) =>
        WithGeneration(obj with { Status = old.Status }, old, obj.Spec != old.Spec);

    protected override void Validate(PodDisruptionBudget obj, ErrorList errors)
    {
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        if (spec.MinAvailable is not null && spec.MaxUnavailable is not null)
        {
            errors.Invalid(path, GoDump.Of(spec), "minAvailable and maxUnavailable cannot be both set");
        }

        TemplateChecks.CountOrPercent(spec.MinAvailable, path.Child("minAvailable"), errors);
        TemplateChecks.NotMoreThanAll(spec.MinAvailable, path.Child("minAvailable"), errors);
        TemplateChecks.CountOrPercent(spec.MaxUnavailable, path.Child("maxUnavailable"), errors);
        TemplateChecks.NotMoreThanAll(spec.MaxUnavailable, path.Child("maxUnavailable"), errors);
        Check.Selector(spec.Selector, path.Child("selector"), errors);
        if (spec.UnhealthyPodEvictionPolicy is { } policy)
        {
            Check.Supported(policy, path.Child("unhealthyPodEvictionPolicy"), errors, "AlwaysAllow", "IfHealthyBudget");
        }
    }

    protected override void ValidateUpdate(PodDisruptionBudget obj, PodDisruptionBudget old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Validate(obj, errors);
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static void Status(PodDisruptionBudget obj, PodDisruptionBudget old, ErrorList errors)
    {
        var (status, path) = (obj.Status, FieldPath.Of("status"));
        ConditionRules.Validate(status.Conditions, path.Child("conditions"), errors);
        TemplateChecks.Counts(path, errors, ("disruptionsAllowed", status.DisruptionsAllowed), ("currentHealthy", status.CurrentHealthy), ("desiredHealthy", status.DesiredHealthy), ("expectedPods", status.ExpectedPods));
    }
}
