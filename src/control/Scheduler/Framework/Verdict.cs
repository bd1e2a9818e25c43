using Cybernetes.Api.Machinery;

namespace Cybernetes.Scheduler.Framework;

/// <summary>How a plugin judges, upstream's framework codes as far as filters need them.</summary>
public enum VerdictCode
{
    /// <summary>The pod may go on.</summary>
    Success,

    /// <summary>The node does not fit now; removing pods from it may help.</summary>
    Unschedulable,

    /// <summary>The node does not fit, whatever pods leave it.</summary>
    Unresolvable,

    /// <summary>The plugin has nothing to say of this pod and need not be asked again in this cycle.</summary>
    Skip,

    /// <summary>The decision cannot be made: something failed.</summary>
    Error,
}

/// <summary>A plugin's judgement with the words that stand in the pod's condition.</summary>
/// <param name="Code">The judgement.</param>
/// <param name="Plugin">Who judged.</param>
/// <param name="Reasons">Upstream's reasons, such as <c>Insufficient cpu</c>.</param>
public sealed record Verdict(VerdictCode Code, string Plugin, ValueList<string> Reasons)
{
    /// <summary>Nothing stands against it.</summary>
    public static Verdict Success { get; } = new(VerdictCode.Success, "", []);

    /// <summary>Nothing to judge.</summary>
    public static Verdict Skip { get; } = new(VerdictCode.Skip, "", []);

    /// <summary>True for <see cref="VerdictCode.Success"/>.</summary>
    public bool IsSuccess => Code == VerdictCode.Success;

    /// <summary>True for either kind of refusal.</summary>
    public bool IsRejected => Code is VerdictCode.Unschedulable or VerdictCode.Unresolvable;

    /// <summary>A refusal that removing pods may lift.</summary>
    public static Verdict Unschedulable(string plugin, params ReadOnlySpan<string> reasons) => new(VerdictCode.Unschedulable, plugin, ValueList.Create(reasons));

    /// <summary>A refusal that removing pods does not lift.</summary>
    public static Verdict Unresolvable(string plugin, params ReadOnlySpan<string> reasons) => new(VerdictCode.Unresolvable, plugin, ValueList.Create(reasons));

    /// <summary>Something went wrong.</summary>
    public static Verdict Failed(string plugin, string error) => new(VerdictCode.Error, plugin, [error]);

    /// <summary>The reasons in one text.</summary>
    public string Message => string.Join(", ", Reasons);
}
