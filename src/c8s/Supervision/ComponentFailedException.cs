namespace Cybernetes.Supervision;

/// <summary>A component that failed again and again: which, why, and what can be done.</summary>
internal sealed class ComponentFailedException(Component component, int attempts, Exception cause)
    : Exception($"{component.Name} failed{(attempts > 1 ? $" {attempts} times in a row, at last" : "")}: {cause.Message}", cause)
{
    /// <summary>What the user can do.</summary>
    public string Advice { get; } = component.Advice;
}
